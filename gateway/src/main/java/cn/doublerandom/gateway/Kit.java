package cn.doublerandom.gateway;

import cn.doublerandom.pagekit.KitFile;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Named;
import java.util.List;

/** The look of the gateway's own pages; {@code kit} in a page. */
@Named("kit")
@ApplicationScoped
public class Kit {
  /** The address of the stylesheet. */
  static final String STYLESHEET = "/kit/" + KitFile.STYLESHEET.name();

  private static final String LIVE = "/kit/" + KitFile.LIVE.name();

  /** Where every browser asks for it, whatever the page says. */
  static final String ICON = "/favicon.ico";

  /** The address of the stylesheet, as the pages of services ask for theirs. */
  public String stylesheet() {
    return STYLESHEET;
  }

  /** The address of the script of live pages. */
  public String live() {
    return LIVE;
  }

  void routes(@Observes Router router) {
    for (KitFile file : List.of(KitFile.STYLESHEET, KitFile.LIVE)) {
      router
          .get("/kit/" + file.name())
          .handler(context ->
              context
                  .response()
                  .putHeader("Content-Type", file.mediaType())
                  .putHeader("Cache-Control", KitFile.CACHE_CONTROL)
                  .end(file.text()));
    }
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
