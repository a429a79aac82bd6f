package cn.doublerandom.publication.opendata;

import java.util.Optional;

/** A file of open data: {@code results.csv}. */
public record OpenFile(OpenTable table, OpenForm form) {
  /** The file of a name; empty where there is none. */
  public static Optional<OpenFile> of(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : OpenTable.named(name.substring(0, dot))
            .flatMap(table ->
                OpenForm.ending(name.substring(dot + 1)).map(form -> new OpenFile(table, form)));
  }

  public String name() {
    return table.fileName() + "." + form.ending();
  }
}
