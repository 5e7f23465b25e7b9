// What every dialog does: talk to the script, say what happens, and let a member be found.

window.desk = (() => {
  const words = window.WORDS;
  const byId = (id) => document.getElementById(id);

  /** Says something to the person; while `busy`, no button works. */
  function say(message, mood = '') {
    const status = byId('status');
    status.textContent = message;
    status.className = mood;
    for (const button of document.querySelectorAll('button')) button.disabled = mood === 'busy';
  }

  /** Calls a function of the script with one JSON text, or none; a refusal is said to the person. */
  function call(name, payload, then) {
    const run = google.script.run
      .withSuccessHandler((text) => {
        const answer = JSON.parse(text);
        if (answer.ok) then(answer.value);
        else say(answer.message, 'bad');
      })
      .withFailureHandler((error) => say(words.failed + (error?.message ?? error), 'bad'));
    if (payload === null) run[name]();
    else run[name](JSON.stringify(payload));
  }

  /** Sends what the form holds when its button is pressed. */
  function onSubmit(name, collect, then = finished) {
    byId('form').onsubmit = () => {
      say(words.working, 'busy');
      call(name, collect(), then);
      return false;
    };
  }

  function showForm() {
    byId('form').hidden = false;
    say('');
  }

  function finished(message) {
    say(message, 'good');
    byId('form').hidden = true;
    byId('close').focus();
  }

  function addOption(select, value, text) {
    const option = document.createElement('option');
    option.value = value;
    option.textContent = text;
    select.append(option);
  }

  const plain = (text) =>
    String(text)
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase();

  /** Fills the list of members with those that fit what was typed; `first` are the ids to show on top. */
  function memberSearch(members, first = []) {
    const most = 50;
    const search = byId('search');
    const rank = (member) => (first.includes(member.id) ? first.indexOf(member.id) : first.length);
    const fill = () => {
      const wanted = plain(search.value).split(/\s+/);
      const fits = (member) => {
        const text = plain([member.name, member.email, member.id].join(' '));
        return wanted.every((word) => text.includes(word));
      };
      const found = members.filter(fits).sort((a, b) => rank(a) - rank(b));
      const list = byId('member');
      list.textContent = '';
      for (const member of found.slice(0, most)) {
        addOption(list, member.id, [member.name, member.email, member.id].join(' · '));
      }
      const more = found.length > most ? `${found.length - most} ${words.moreFound}` : '';
      byId('found').textContent = found.length === 0 ? words.nobodyFound : more;
    };
    search.oninput = fill;
    fill();
  }

  function whenOpen(start) {
    window.addEventListener('load', () => {
      byId('close').onclick = () => google.script.host.close();
      say(words.loading, 'busy');
      start();
    });
  }

  return { words, byId, say, call, onSubmit, showForm, finished, addOption, memberSearch, plain, whenOpen };
})();
