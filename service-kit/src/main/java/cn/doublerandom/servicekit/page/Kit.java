package cn.doublerandom.servicekit.page;

import cn.doublerandom.pagekit.KitFile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where this service serves the files of the page kit; {@code kit} in a page. */
@Named("kit")
@ApplicationScoped
public class Kit {
  static final String FOLDER = "/ui/kit/";

  @ConfigProperty(name = "quarkus.http.root-path")
  String root;

  /** The address of the stylesheet, below this service. */
  public String stylesheet() {
    return address(KitFile.STYLESHEET);
  }

  /** The address of the stylesheet of papers. */
  public String paperStylesheet() {
    return address(KitFile.PAPER);
  }

  private String address(KitFile file) {
    return (root.endsWith("/") ? root.substring(0, root.length() - 1) : root)
        + FOLDER
        + file.name();
  }
}
