(function () {
  'use strict';
  var byId = function (id) { return document.getElementById(id); };
  var steps = Array.prototype.slice.call(document.querySelectorAll('.step'));
  var search = byId('search'), verdict = byId('verdict'), rule = byId('rule'), texts = [];
  var rules = {};
  steps.forEach(function (step) {
    step.dataset.rules.split(' ').filter(Boolean).forEach(function (name) { rules[name] = true; });
  });
  Object.keys(rules).sort().forEach(function (name) { rule.add(new Option(name, name)); });
  function filter() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean), shown = 0;
    steps.forEach(function (step, i) {
      var text = words.length ? texts[i] || (texts[i] = step.textContent.toLowerCase()) : '';
      var fits = (!verdict.value || step.dataset.verdict === verdict.value)
        && (!rule.value || step.dataset.rules.split(' ').indexOf(rule.value) >= 0)
        && words.every(function (word) { return text.indexOf(word) >= 0; });
      step.hidden = !fits;
      shown += fits ? 1 : 0;
    });
    byId('shown').textContent = shown + ' of ' + steps.length + ' shown';
  }
  [search, verdict, rule].forEach(function (field) { field.addEventListener('input', filter); });
  byId('filter').addEventListener('submit', function (event) { event.preventDefault(); });
  byId('open').addEventListener('click', function () {
    steps.forEach(function (step) { if (!step.hidden) { step.querySelector('details').open = true; } });
  });
  window.addEventListener('beforeprint', function () {
    document.querySelectorAll('.step.failed details, .step.noticed details, .schema details')
      .forEach(function (details) { details.open = true; });
  });
  byId('filter').hidden = false;
  var asked = new URLSearchParams(location.hash.slice(1));
  [['search', search], ['verdict', verdict], ['rule', rule]].forEach(function (field) {
    if (asked.get(field[0])) { field[1].value = asked.get(field[0]); }
  });
  filter();
})();
