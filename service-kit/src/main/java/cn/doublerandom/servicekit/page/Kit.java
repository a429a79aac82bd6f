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
    return (root.endsWith("/") ? root.substring(0, root.length() - 1) : root)
        + FOLDER
        + KitFile.STYLESHEET.name();
  }
}
