"""What pages share: the only Streamlit code besides the pages themselves."""
