package cn.doublerandom.publication.opendata;

/** Where open data is, below the one origin. */
public final class OpenPlaces {
  /** 署名 4.0 国际: whoever names the bureau may use it for anything (ADR 73). */
  public static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

  private static final String ROOT = "/publication/api/v1/open-data";
  private static final String UI = "/publication/ui";

  private OpenPlaces() {}

  /** A file of a year. */
  public static String file(int year, OpenFile file) {
    return ROOT + "/" + year + "/" + file.name();
  }

  /** What changed since. */
  public static String changes() {
    return ROOT + "/changes";
  }

  public static String feed() {
    return ROOT + "/feed";
  }

  public static String catalogue() {
    return ROOT + "/catalogue";
  }

  /** The snapshots there are. */
  public static String snapshots() {
    return ROOT + "/snapshots";
  }

  /** The program that recomputes the figures. */
  public static String recompute() {
    return ROOT + "/recompute";
  }

  /** The page that explains all this. */
  public static String page() {
    return UI + "/open-data";
  }

  /** The page of a notice. */
  public static String notice(OpenChange change) {
    return switch (change.kind()) {
      case PLAN -> UI + "/plans/" + change.id();
      case PROGRAMME -> UI + "/programmes/" + change.id();
      case BULLETIN -> UI + "/bulletins/" + change.id();
      case DRAW -> UI + "/draws/" + change.id();
      case RESULT -> UI + "/results/" + change.id();
    };
  }
}
