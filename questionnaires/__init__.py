"""What is asked: declarative questionnaire definitions, one per instrument and cluster, and their translations."""
