{%- include "search/words.js" -%}
{%- include "search/engine.js" -%}
