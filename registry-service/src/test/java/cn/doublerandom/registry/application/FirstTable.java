package cn.doublerandom.registry.application;

import cn.doublerandom.eventstore.CommandContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Firms that stand in the register since its first table, which the tests of a house share. */
@ApplicationScoped
public class FirstTable {
  private final SubjectImports imports;

  @Inject
  FirstTable(SubjectImports imports) {
    this.imports = imports;
  }

  /** Takes a table as the one that opened the register. */
  public void take(byte[] csv) {
    try {
      Path file = Files.createTempFile("first-table", ".csv");
      Files.write(file, csv);
      var context =
          new CommandContext(
              "registrar",
              Instant.now(),
              Instant.now(),
              "test",
              "test",
              Optional.empty(),
              OptionalLong.empty());
      imports.take(file, "", new ImportWish(false, false), content -> context, true);
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
