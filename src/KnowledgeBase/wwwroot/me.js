// Pages are the same for everybody and cached, so the reader's own letter and name are put in after load.
// For a guest the link in the bar stays as it is.
const link = document.getElementById("me");
if (link) {
  try {
    const facts = document.querySelectorAll("[data-fact]");
    const answer = await fetch(facts.length > 0 ? "/api/me?facts=true" : "/api/me");
    const me = answer.ok ? await answer.json() : { guest: true };
    if (!me.guest && me.initial) {
      link.textContent = me.initial;
      link.title = me.name;
      link.setAttribute("aria-label", `${link.getAttribute("aria-label")}: ${me.name}`);
    }
    for (const place of facts) {
      const number = me[place.dataset.fact];
      if (!(number > 0)) continue;
      place.textContent = place.dataset[number === 1 ? "one" : "many"].replace("{0}", number);
      place.hidden = false;
    }
  } catch {
    // Offline: the link still leads to the account page.
  }
}
