{%- include "search/words.js" -%}
{%- include "search/index.js" -%}
{%- include "search/engine.js" -%}
