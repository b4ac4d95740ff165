// Times leave the server as UTC, or in the zone that this told it of last time; here they become the reader's own.
const two = number => String(number).padStart(2, "0");

for (const time of document.querySelectorAll("time[data-local]")) {
  const moment = new Date(time.dateTime);
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  time.textContent = time.dataset.local === "day" ? day : `${day} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}

// The server needs the zone's name to know where one day of studying ends and the next begins.
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
if (zone) document.cookie = `zone=${zone}; path=/; max-age=31536000; samesite=lax`;
