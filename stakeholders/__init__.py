"""Who is asked: the registry, mandates, routing and coverage."""
