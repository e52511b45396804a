(function () {
  'use strict';
  var byId = function (id) { return document.getElementById(id); };
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  var lines = function (text) { return (text || '').split('\n').filter(Boolean); };
  var steps = all('.step'), others = all('.history > .finding');
  var items = steps.concat(others).map(function (element) {
    return {
      element: element,
      isStep: element.classList.contains('step'),
      verdict: [element.dataset.verdict],
      rule: lines(element.dataset.rules),
      table: lines(element.dataset.tables),
      text: ''
    };
  });
  var search = byId('search'), selects = ['verdict', 'table', 'rule'].map(byId), open = byId('open');
  var fields = [search].concat(selects);

  // each choice is one that shows something
  selects.forEach(function (select) {
    var values = {};
    items.forEach(function (item) { item[select.id].forEach(function (value) { values[value] = true; }); });
    if (select.options.length > 1) {
      Array.prototype.slice.call(select.options, 1).forEach(function (option) {
        if (!values[option.value]) { option.remove(); }
      });
    } else {
      Object.keys(values).sort().forEach(function (value) { select.add(new Option(value, value)); });
    }
    select.parentNode.hidden = select.options.length < 2;
  });

  function shown() { return steps.filter(function (step) { return !step.hidden; }); }
  function details(step) { return step.querySelector('details'); }
  function name() {
    var isClosed = shown().some(function (step) { return !details(step).open; });
    open.textContent = isClosed ? 'Open all shown' : 'Close all shown';
    return isClosed;
  }
  function filter() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    items.forEach(function (item) {
      if (words.length && !item.text) { item.text = item.element.textContent.toLowerCase(); }
      item.element.hidden = !(selects.every(function (select) {
        return !select.value || item[select.id].indexOf(select.value) >= 0;
      }) && words.every(function (word) { return item.text.indexOf(word) >= 0; }));
    });
    byId('shown').textContent = shown().length + ' of ' + steps.length + ' migrations shown';
    byId('clear').hidden = fields.every(function (field) { return !field.value; });
    open.disabled = !shown().length;
    name();
  }
  function ask() {
    var asked = new URLSearchParams(location.hash.slice(1));
    fields.forEach(function (field) {
      var value = asked.get(field.id) || '';
      if (value && field.options && !Array.prototype.some.call(field.options, function (option) { return option.value === value; })) {
        field.add(new Option(value, value));
      }
      field.value = value;
    });
    filter();
  }
  /** The address says what is shown, so that it can be handed on. */
  function tell() {
    var asked = new URLSearchParams();
    fields.forEach(function (field) { if (field.value) { asked.set(field.id, field.value); } });
    try { history.replaceState(null, '', '#' + asked); } catch (refused) { /* some browsers, of files */ }
    filter();
  }

  fields.forEach(function (field) { field.addEventListener('input', tell); });
  byId('filter').addEventListener('submit', function (event) { event.preventDefault(); });
  byId('clear').addEventListener('click', function () {
    fields.forEach(function (field) { field.value = ''; });
    tell();
    search.focus();
  });
  open.addEventListener('click', function () {
    var isOpened = name();
    shown().forEach(function (step) { details(step).open = isOpened; });
    name();
  });
  // a link to a rule leads elsewhere in the page and asks for nothing
  window.addEventListener('hashchange', function () { if (location.hash.indexOf('=') > 0) { ask(); } });
  window.addEventListener('beforeprint', function () {
    all('.step.failed details, .step.noticed details, .schema details').forEach(function (one) { one.open = true; });
  });
  byId('filter').hidden = !steps.length;
  ask();
})();
