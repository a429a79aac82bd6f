package cn.doublerandom.local;

import cn.doublerandom.local.browser.Look;
import cn.doublerandom.local.browser.Person;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The pictures of the handbook in one language, made while an office goes its way, so that they
 * show the pages as they are. {@code -Dpictures.remake=true} makes those that are packed with the
 * gateway; else they land under target.
 */
final class HandbookPictures {
  private static final int WIDE = 1_000;
  private static final int HIGH = 620;
  private static final int PHONE_HIGH = 700;

  private final Path directory;
  private final List<String> kept = new ArrayList<>();

  HandbookPictures(Home home, Look look) {
    String language = look.language();
    this.directory =
        Boolean.getBoolean("pictures.remake")
            ? home.root()
                .resolve("gateway/src/main/resources/handbook")
                .resolve(language)
                .resolve("pictures")
            : Path.of("target/handbook").resolve(language);
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Keeps what somebody has before him. */
  void keeps(String name, Person reader) {
    boolean isPhone = reader.width() == Look.PHONE;
    reader.glimpse(
        directory.resolve(name + ".png"), isPhone ? Look.PHONE : WIDE, isPhone ? PHONE_HIGH : HIGH);
    kept.add(name);
  }

  /** Those of a draw that was made. */
  void afterwards(PageOffice office, Look look, String draw, String firm) {
    keeps("desk", office.person("approver", look).opens("/desk"));
    keeps("visits", office.person("unit-lead", look).opens("/inspection/ui/visits"));
    keeps("rules", office.person("legal-reviewer", look).opens("/registry/ui/rule-packs"));
    keeps("publishing", office.person("publisher", look).opens("/publication/ui/notices"));
    keeps("memory", office.person("operator", look).opens("/registry/ui/memory"));
    keeps("explain", office.person("supervisor", look).opens(draw + "/explain?subject=" + firm));
    Look phone = Look.of(look.language(), Look.PHONE);
    keeps(
        "visit",
        office.person("JC001", phone).opens("/inspection/ui/visits").follows("/ui/visits/"));
  }

  /** Whether each was kept once or more. */
  List<String> kept() {
    return kept.stream().distinct().sorted().toList();
  }
}
