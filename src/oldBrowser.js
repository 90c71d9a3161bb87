/*
 * Stands before everything else, for browsers that cannot read what follows: nothing here is newer than ES5. Looks whether this browser
 * can do what the app needs (the newest of each kind, so that the rest is there too), and otherwise says what to do instead.
 * Signing and sealing answer later than this: the app itself asks for those (start.ts), and says the same.
 */
(function () {
  function can(thing, name) {
    return Boolean(thing) && typeof thing[name] === 'function';
  }
  var isNewEnough =
    'noModule' in HTMLScriptElement.prototype &&
    can(window.Map, 'groupBy') &&
    can(window.Promise, 'withResolvers') &&
    can(window.AbortSignal, 'any') &&
    can(window.AbortSignal, 'timeout') &&
    can(window.Set && window.Set.prototype, 'union') &&
    can(Array.prototype, 'toSorted') &&
    can(window.Intl, 'Segmenter') &&
    can(window.Intl, 'ListFormat') &&
    can(window, 'BroadcastChannel') &&
    can(window, 'Worker') &&
    can(window, 'structuredClone') &&
    can(window.CSS, 'supports') &&
    window.CSS.supports('selector(:has(*))') &&
    Boolean(window.crypto);
  if (isNewEnough) return;

  function add(parent, kind, words) {
    var element = document.createElement(kind);
    if (words) element.appendChild(document.createTextNode(words));
    parent.appendChild(element);
    return element;
  }
  // Without its root the app does not begin.
  var page = document.getElementById('root');
  page.id = 'old-browser';
  while (page.firstChild) page.removeChild(page.firstChild);
  var main = add(page, 'main');
  main.className = 'opening';
  var texts = __TEXTS__;
  for (var i = 0; i < texts.length; i++) {
    var part = add(main, 'section');
    part.lang = texts[i].language;
    part.dir = texts[i].direction;
    part.className = 'opening-main';
    add(part, i === 0 ? 'h1' : 'h2', texts[i].title);
    add(part, 'p', texts[i].explain);
  }
  add(main, 'p', __OLDEST__).className = 'opening-main';
})();
