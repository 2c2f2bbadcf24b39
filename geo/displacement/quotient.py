"""The weighted displacement quotient: what happened round a treated area, against what happened in it."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

TINY = 0.05  # a success below this share of the ratio before makes the quotient explode


@dataclass(frozen=True)
class Quotient:
    """
    The quotient and its ingredients.

    `value` is None where it cannot be read, and `why` says so: `control_zero`, `no_success` or `success_tiny`.
    `success` and `buffer` are changes of ratios to the control; `gross` is in units of the input, `net` a ratio,
    `total_net` in units of the input (positive: less than the control's course would have left). `reading` is one of
    `diffusion_larger`, `diffusion`, `none`, `displacement_smaller`, `displacement_larger`, or '' without a value.
    """

    value: float | None
    success: float | None
    buffer: float | None
    gross: float
    net: float | None
    total_net: float | None
    reading: str
    why: str


def wdq(treated: Sequence[float], surroundings: Sequence[float], control: Sequence[float]) -> Quotient:
    """
    Set the change of the surroundings against that of the treated area, both relative to a control.

    With R treated, D surroundings, C control, b before, a after: success = Ra/Ca - Rb/Cb, buffer = Da/Ca - Db/Cb,
    WDQ = buffer / success; gross = Rb - Ra; net = Rb/Cb - Ra/Ca; total net = [Rb (Ca/Cb) - Ra] + [Db (Ca/Cb) - Da].
    Read it only if success is negative (the treated area fell against the control): above 1 diffusion of benefits
    larger than the direct effect, 0 to 1 diffusion, 0 none, -1 to 0 displacement smaller than the gain, below -1
    displacement that outweighed it. Here `value` is None where success is 0 or more, or smaller than 5 % of Rb/Cb.

    A ratio of differences explodes when success is near 0 and has no standard error; the surroundings are a guess;
    the control must be untouched. Show it only beside its three ingredients.

    Bowers and Johnson (2003), Journal of Quantitative Criminology 19:275; companions after Guerette
    (2009).

    Parameters
    ----------
    treated, surroundings, control
        Each the value before and after, in one unit, 0 or more.

    Raises
    ------
    ValueError
        If one is not a pair of finite numbers of 0 or more.
    """
    pairs = {"treated": treated, "surroundings": surroundings, "control": control}
    (rb, ra), (db, da), (cb, ca) = (pair_of(values, name) for name, values in pairs.items())
    gross = rb - ra
    if not cb or not ca:
        # Ca/Cb is still known when only the control's end is 0, but every ratio to the control is not
        return Quotient(None, None, None, gross, None, None, "", "control_zero")
    success, buffer = ra / ca - rb / cb, da / ca - db / cb
    total_net = (rb * ca / cb - ra) + (db * ca / cb - da)
    why = "no_success" if success >= 0 else "success_tiny" if -success < TINY * rb / cb else ""
    value = None if why else buffer / success
    return Quotient(value, success, buffer, gross, -success, total_net, reading(value), why)


def reading(value: float | None) -> str:
    """Name what a quotient says; '' without one."""
    if value is None:
        return ""
    if value > 1:
        return "diffusion_larger"
    if value > 0:
        return "diffusion"
    if value == 0:
        return "none"
    return "displacement_smaller" if value >= -1 else "displacement_larger"


def pair_of(values: Sequence[float], name: str) -> tuple[float, float]:
    """
    Check the values of an area before and after.

    Raises
    ------
    ValueError
        If they are not two finite numbers of 0 or more.
    """
    pair = tuple(float(one) for one in values)
    if len(pair) != 2 or not all(np.isfinite(one) and one >= 0 for one in pair):
        raise ValueError(f"{name} is {tuple(values)}, expected the value before and after, both 0 or more")
    return pair[0], pair[1]
