"""What is known and where: tables, sources, places, years and measures, without anything that draws."""
