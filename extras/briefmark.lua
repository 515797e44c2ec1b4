--- Pandoc and Quarto filter for briefs: names and sources that are tagged become spans, and citations that have lost their source
--- are flagged. It knows the syntax of briefs and no registry: `briefmark check` finds more.
---
---   pandoc brief.md --lua-filter briefmark.lua -o brief.docx
---
--- Classes are those of media/markdown.css. The words before a lost source follow `lang`; `briefmark-missing: WORDS` replaces them.

local ENTITY_TYPES = { person = true, org = true, group = true, place = true, event = true, weapon = true, media = true, doc = true }
local MISSING = { en = "source missing", es = "falta la fuente", fr = "source manquante", de = "Quelle fehlt" }
local PLACEHOLDERS = {
  ["[citation needed]"] = true,
  ["[source needed]"] = true,
  ["[source?]"] = true,
  ["[source TBD]"] = true,
  ["[TK]"] = true,
}
--- A citation is at most this many elements long.
local MAX_ITEM = 40

local missing_words = MISSING.en

local function read_meta(meta)
  local lang = meta.lang and pandoc.utils.stringify(meta.lang):lower():match("^%a+") or "en"
  local words = meta["briefmark-missing"] and pandoc.utils.stringify(meta["briefmark-missing"])
  missing_words = words or MISSING[lang] or MISSING.en
end

--- `[words](group:iskp)`
local function type_tag(link)
  local kind, id = link.target:match("^([%a][%w_-]*):(.+)$")
  if kind == "src" then
    return pandoc.Span(link.content, pandoc.Attr("", { "briefmark-source" }, { { "data-id", id } }))
  end
  if ENTITY_TYPES[kind] then
    return pandoc.Span(link.content, pandoc.Attr("", { "briefmark-entity", "is-" .. kind }, { { "data-id", id } }))
  end
end

local function flag(inside)
  local content = pandoc.List({ pandoc.Strong({ pandoc.Str(missing_words) }) })
  local first = inside[1]
  if first and not (first.t == "Space" or (first.t == "Str" and first.text:sub(1, 1) == ",")) then
    content:insert(pandoc.Space())
  end
  content:extend(inside)
  return pandoc.Span(content, pandoc.Attr("", { "briefmark-missing" }))
end

--- Cuts a text at what opens, separates and closes citations, so that every such mark is an element of its own.
local function cut(inlines)
  local parts = pandoc.List()
  for _, inline in ipairs(inlines) do
    if inline.t == "Str" and inline.text:find("[%(%)%[%];]") then
      for words, mark in (inline.text .. "\0"):gmatch("([^%(%)%[%];%z]*)([%(%)%[%];%z])") do
        if words ~= "" then parts:insert(pandoc.Str(words)) end
        if mark ~= "\0" then parts:insert(pandoc.Str(mark)) end
      end
    else
      parts:insert(inline)
    end
  end
  return parts
end

--- Puts neighboring texts together again, as Pandoc had them.
local function join(inlines)
  local joined = pandoc.List()
  for _, inline in ipairs(inlines) do
    local last = joined[#joined]
    if inline.t == "Str" and last and last.t == "Str" then
      joined[#joined] = pandoc.Str(last.text .. inline.text)
    else
      joined:insert(inline)
    end
  end
  return joined
end

local function is_mark(inline, marks)
  return inline and inline.t == "Str" and #inline.text == 1 and marks:find(inline.text, 1, true) ~= nil
end

--- The position of the mark that ends the item at `from`, and its words; nothing if there is none near.
local function item_at(parts, from)
  local words = {}
  for at = from, math.min(from + MAX_ITEM, #parts) do
    if is_mark(parts[at], ";)]") then return at, table.concat(words) end
    if is_mark(parts[at], "([") then return nil end
    words[#words + 1] = (parts[at].t == "SoftBreak" or parts[at].t == "Space") and " " or pandoc.utils.stringify(parts[at])
  end
end

--- `, September 22`: a date and nothing before the comma. An empty item in parentheses, `(, )`, has lost its date, too.
local function is_lost(words)
  local rest = words:match("^%s*,(.*)$")
  return rest ~= nil and (rest:match("^%s*$") ~= nil or (rest:match("%d") ~= nil and #rest < 60))
end

local function is_blank(words)
  return words:match("^%s*$") ~= nil
end

local function flag_missing(inlines)
  local parts = cut(inlines)
  local result = pandoc.List()
  local at = 1
  local flagged = false
  while at <= #parts do
    local part = parts[at]
    local ends, words
    if is_mark(part, "([;") then
      ends, words = item_at(parts, at + 1)
    end
    if ends and is_mark(part, "[") and PLACEHOLDERS["[" .. words .. "]"] then
      result:insert(flag({ table.unpack(parts, at, ends) }))
      at = ends + 1
      flagged = true
    elseif ends and (is_lost(words) or (is_blank(words) and is_mark(part, "(") and is_mark(parts[ends], ";"))) then
      result:insert(part)
      if is_mark(part, ";") then result:insert(pandoc.Space()) end
      result:insert(flag({ table.unpack(parts, at + 1, ends - 1) }))
      at = ends
      flagged = true
    else
      result:insert(part)
      at = at + 1
    end
  end
  if flagged then return join(result) end
end

return { { Meta = read_meta }, { Link = type_tag, Inlines = flag_missing } }
