"""What is asked: declarative definitions, one per instrument and cluster, and their translations."""
