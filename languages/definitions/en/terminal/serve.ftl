serve-start = Advancing the consultation every { $minutes } minutes; stop with Ctrl+C. Telemetry is off.
serve-page = Prefect shows what happens at { $address }
serve-stop = Stopped. Everything done so far is in the record.
