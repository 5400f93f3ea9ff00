-- 4096 random requests a thread, built before the clock starts: 100 users, amounts 1 to 10.
-- Arguments after `--`: balance | transfer | mixed, and a seed.
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

function init(args)
  local kind = args[1]
  math.randomseed(tonumber(args[2] or "42") + number)
  requests = {}
  for i = 1, 4096 do
    local from, to = math.random(100), math.random(100)
    if kind == "balance" or (kind == "mixed" and i % 2 == 0) then
      requests[i] = wrk.format("GET", "/api/balance?from=user" .. from)
    else
      local query = "from=user" .. from .. "&to=user" .. to .. "&amount=" .. math.random(10)
      requests[i] = wrk.format("POST", "/api/transfer?" .. query, { ["Content-Length"] = "0" })
    end
  end
  index = 0
end

function request()
  index = index % 4096 + 1
  return requests[index]
end

function done(summary, latency, _)
  local errors = summary.errors
  io.write(string.format("RESULT %.0f %.2f %.2f %d\n", summary.requests / summary.duration * 1e6,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
