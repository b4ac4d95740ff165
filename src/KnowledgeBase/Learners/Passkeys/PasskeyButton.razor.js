// The browser's half of a passkey ceremony: ask the site what to ask for, ask the authenticator, post its answer with the form.
const parsers = { get: "parseRequestOptionsFromJSON", create: "parseCreationOptionsFromJSON" };

for (const button of document.querySelectorAll("[data-passkey]")) {
  const ceremony = button.dataset.passkey;
  const parse = window.PublicKeyCredential?.[parsers[ceremony]]?.bind(PublicKeyCredential);
  if (!parse) continue;

  const area = button.closest("[data-passkey-area]");
  const status = area.querySelector("[data-passkey-status]");
  area.hidden = false;
  button.addEventListener("click", async () => {
    if (!button.form.reportValidity()) return;
    status.textContent = "";
    button.disabled = true;
    try {
      const asked = await fetch(button.dataset.options, { method: "POST", body: new FormData(button.form) });
      if (!asked.ok) {
        status.textContent = { 403: button.dataset.refused, 429: button.dataset.slow }[asked.status] ?? button.dataset.failed;
        return;
      }
      const credential = await navigator.credentials[ceremony]({ publicKey: parse(await asked.json()) });
      button.form.elements.credential.value = JSON.stringify(credential);
      button.form.submit();
    } catch (error) {
      status.textContent = error.name === "NotAllowedError" || error.name === "AbortError" ? button.dataset.cancelled : button.dataset.failed;
    } finally {
      button.disabled = false;
    }
  });
}
