-- Opens a brief in Neovim with the server attached, and writes what Neovim then knows to a file as JSON.
local folder, node, server, result = vim.env.FOLDER, vim.env.NODE, vim.env.SERVER, vim.env.RESULT
local wait_ms = 15000

-- The settings that docs/editors.md tells people to use.
local snippet = io.open(vim.env.SETTINGS):read('*a'):match('```lua\n(.-)```')
snippet = snippet:gsub("'node'", function() return ('%q'):format(node) end)
snippet = snippet:gsub("'/path/to/briefmark/dist/server.js'", function() return ('%q'):format(server) end)
vim.cmd('cd ' .. vim.fn.fnameescape(folder))
assert(loadstring(snippet))()
vim.cmd('edit ' .. vim.fn.fnameescape(folder .. '/harbour.brief'))
vim.wait(wait_ms, function() return #vim.lsp.get_active_clients() > 0 end, 20)
local id = vim.lsp.get_active_clients()[1].id

local function diagnostics()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    local line = vim.api.nvim_buf_get_lines(0, one.lnum, one.lnum + 1, false)[1]
    local lsp = one.user_data and one.user_data.lsp or {}
    table.insert(found, { code = lsp.code, severity = one.severity, text = line:sub(one.col + 1, one.end_col) })
  end
  return found
end

local function request(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, wait_ms) or {}
  return answers[id] and answers[id].result
end

local function hover(words)
  vim.fn.cursor(1, 1)
  vim.fn.search('\\V' .. words)
  return request('textDocument/hover', vim.lsp.util.make_position_params())
end

-- Waits for the warning too: it needs the registries, which are read in the background.
vim.wait(wait_ms, function() return #diagnostics() >= 2 end, 20)

local seen = { opened = diagnostics() }
seen.tag = hover('Veldt Harbour')
seen.mention = hover('Board of Shippers')
seen.symbols = request('textDocument/documentSymbol', { textDocument = vim.lsp.util.make_text_document_params() })

vim.cmd([[%s/(, May 12)/(Harbour Watch, May 8)/]])
vim.wait(wait_ms, function() return #diagnostics() == 1 end, 20)
seen.edited = diagnostics()

local file = io.open(result, 'w')
file:write(vim.json.encode(seen))
file:close()
vim.cmd('qall!')
