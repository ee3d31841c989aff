{%- include "search/words.js" -%}
{%- include "search/codes.js" -%}
{%- include "search/index.js" -%}
{%- include "search/spelling.js" -%}
{%- include "search/reading.js" -%}
{%- include "search/ranking.js" -%}
{%- include "search/excerpt.js" -%}
{%- include "search/engine.js" -%}
