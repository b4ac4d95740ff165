// Pages are the same for everybody and cached, so the reader's own letter and name are put in after load.
// For a guest the link in the bar stays as it is.
const link = document.getElementById("me");
if (link) {
  try {
    const due = document.getElementById("due");
    const answer = await fetch(due ? "/api/me?facts=true" : "/api/me");
    const me = answer.ok ? await answer.json() : { guest: true };
    if (!me.guest && me.initial) {
      link.textContent = me.initial;
      link.title = me.name;
      link.setAttribute("aria-label", `${link.getAttribute("aria-label")}: ${me.name}`);
    }
    if (due && me.due > 0) {
      due.textContent = due.dataset[me.due === 1 ? "one" : "many"].replace("{0}", me.due);
      due.hidden = false;
    }
  } catch {
    // Offline: the link still leads to the account page.
  }
}
