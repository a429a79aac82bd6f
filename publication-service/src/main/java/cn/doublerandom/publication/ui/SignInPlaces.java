package cn.doublerandom.publication.ui;

import io.quarkus.qute.TemplateExtension;

/** Where the sign-ins are; {@code go:} in a page. */
@TemplateExtension(namespace = "go")
public final class SignInPlaces {
  private SignInPlaces() {}

  static String signIns() {
    return "/publication/ui/sign-ins";
  }
}
