serve-start = { $count ->
    [one] The consultation goes on by itself
   *[other] { $count } consultations go on by themselves
 }: each action on its date, and a round every { $minutes ->
    [one] minute
   *[other] { $minutes } minutes
 } for what was missed. Telemetry is off.
serve-page = Prefect shows what happens at { $address }
serve-how-to-stop = Stop with Ctrl+C: what is running is finished first.
serve-stopping = { $count ->
    [one] One run is being finished …
   *[other] { $count } runs are being finished …
 }
serve-stop = Stopped: schedules are paused, the worker and the server started here have ended. Everything done is in the record.
serve-next = start it again with “consult serve”, or do what is due once with “consult advance”
serve-enrolled = { $count ->
    [one] One consultation
   *[other] { $count } consultations
 }, { $deployments } deployments in the work pool { $pool }.
serve-next-worker = start a worker where the folders are: prefect worker start --type process --pool { $pool }
serve-no-server = --pool needs a Prefect server: say where in PREFECT_API_URL, such as http://prefect.example:4200/api (docs/scale.md).
