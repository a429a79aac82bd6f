package cn.doublerandom.gateway;

import cn.doublerandom.pagekit.KitFile;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;

/** The look of the gateway's own pages; {@code kit} in a page. */
@Named("kit")
@ApplicationScoped
public class Kit {
  /** The address of the stylesheet. */
  static final String STYLESHEET = "/kit/" + KitFile.STYLESHEET.name();

  /** Where every browser asks for it, whatever the page says. */
  static final String ICON = "/favicon.ico";

  /** The address of the stylesheet, as the pages of services ask for theirs. */
  public String stylesheet() {
    return STYLESHEET;
  }

  void routes(@Observes Router router) {
    router
        .get(STYLESHEET)
        .handler(context ->
            context
                .response()
                .putHeader("Content-Type", KitFile.STYLESHEET.mediaType())
                .putHeader("Cache-Control", KitFile.CACHE_CONTROL)
                .end(KitFile.STYLESHEET.text()));
    router
        .get(ICON)
        .handler(context ->
            context
                .response()
                .putHeader("Content-Type", KitFile.ICON.mediaType())
                .putHeader("Cache-Control", "public, max-age=86400")
                .end(KitFile.ICON.text()));
  }
}
