"""When things happen: processes as data, what is due, the stages, and Prefect flows over them."""
