// Videos that lie elsewhere: a button puts their player into the page. Without script the link beside it leads there.
(() => {
  "use strict";

  for (const video of document.querySelectorAll(".video[data-player]")) {
    for (const hidden of video.querySelectorAll("[data-with-script]")) hidden.hidden = false;
    // Not any button: a word of the text may be one, which explains a term.
    video.querySelector(".btn-row button").addEventListener("click", (event) => {
      const player = document.createElement("iframe");
      player.src = video.dataset.player;
      player.title = video.dataset.title;
      player.allow = "autoplay; encrypted-media; picture-in-picture; fullscreen";
      player.referrerPolicy = "strict-origin-when-cross-origin"; // without an origin YouTube refuses to play
      player.tabIndex = 0;
      event.currentTarget.closest(".btn-row").before(player);
      event.currentTarget.remove();
      player.focus();
    });
  }
})();
