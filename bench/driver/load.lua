-- Sends the requests of a file, a line each, in turn. In a line <<counter>> becomes a number that was never sent before, and
-- <<version:N>> one that rises by one each time the line is sent, and <<phone>> a phone number that changes with it.
local requests, turn, counter = {}, 0, 0

local function plain(line)
  local request = wrk.format(nil, nil, nil, line)
  return function() return request end
end

-- The number has a fixed width, so that the head of the request is made once.
local function counted(line, head, tail)
  local sample = wrk.format(nil, nil, nil, head .. "0000000000" .. tail)
  local before = sample:sub(1, #sample - #tail - 10)
  return function()
    counter = counter + 1
    return before .. string.format("%010d", counter) .. tail
  end
end

-- Each version of a line rises by itself, and the phone number that follows it changes with it.
local function versioned(line)
  local texts, versions = {}, {}
  local rest = line
  while true do
    local before, version, after = rest:match("^(.-)<<version:(%d+)>>(.*)$")
    if not before then break end
    texts[#texts + 1], versions[#versions + 1], rest = before, tonumber(version), after
  end
  texts[#texts + 1] = rest
  return function()
    local body = { texts[1] }
    for turn = 1, #versions do
      local version = versions[turn]
      body[2 * turn] = tostring(version)
      body[2 * turn + 1] = texts[turn + 1]:gsub("<<phone>>", string.format("09%08d", version))
      versions[turn] = version + 1
    end
    return wrk.format(nil, nil, nil, table.concat(body))
  end
end

local function compile(line)
  local head, tail = line:match("^(.-)<<counter>>(.*)$")
  if head then return counted(line, head, tail) end
  if line:find("<<version:", 1, true) then return versioned(line) end
  return plain(line)
end

function init(arguments)
  wrk.method = "POST"
  wrk.headers["content-type"] = "application/json"
  wrk.headers["accept"] = "application/json"
  wrk.headers["authorization"] = "Bearer " .. arguments[2]
  counter = tonumber(arguments[3])
  for line in io.lines(arguments[1]) do requests[#requests + 1] = compile(line) end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]()
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '{"requests":%d,"seconds":%.6f,"p50":%d,"p99":%d,"failed":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50), latency:percentile(99),
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
