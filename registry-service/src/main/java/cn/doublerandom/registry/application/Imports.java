package cn.doublerandom.registry.rest;

import cn.doublerandom.eventstore.CommandHandler;
import cn.doublerandom.eventstore.Sha256;
import cn.doublerandom.registry.RegistryRejection;
import cn.doublerandom.servicekit.rest.Requests;
import cn.doublerandom.servicekit.table.MarkedWorkbook;
import cn.doublerandom.servicekit.table.RowFault;
import cn.doublerandom.servicekit.table.Table;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Takes tables into the register: the whole file is read and judged first, then it is read again
 * and stored, so that memory never holds more than {@value #CHUNK} rows of it.
 *
 * <p>Up to {@value #ATOMIC} rows are one transaction. A longer file is stored in transactions of
 * {@value #CHUNK} rows after all of it was judged; where a machine dies in between, handing the
 * same file in again takes up where it stopped, because rows the register has are not stored twice.
 */
@RequestScoped
class Imports {
  static final int ATOMIC = 20_000;
  static final int CHUNK = 1_000;
  static final int MOST_MARKED = 200_000;
  static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Requests requests;

  @Inject
  Imports(Requests requests) {
    this.requests = requests;
  }

  /**
   * One kind of table and what its rows ask of the register.
   *
   * @param commands the commands of some rows by stream, or rows refused for what the register
   *     knows
   * @param handler decides and stores
   * @param rowsChanged how many of the rows that asked a stream were new or different
   * @param batch the batch in which an event waits for a second person; empty where it does not
   * @param waits what waits of a state, in words, beside the row that asked; empty where nothing
   *     does
   */
  record Target<T, C, E, S>(
      Table<T> table,
      Function<Map<Integer, T>, Asked<C>> commands,
      CommandHandler<C, E, S> handler,
      ToIntFunction<List<E>> rowsChanged,
      Function<E, Optional<String>> batch,
      BiFunction<C, S, Optional<String>> waits) {
    /** Nothing waits for a second person. */
    Target(
        Table<T> table,
        Function<Map<Integer, T>, Asked<C>> commands,
        CommandHandler<C, E, S> handler,
        ToIntFunction<List<E>> rowsChanged) {
      this(
          table,
          commands,
          handler,
          rowsChanged,
          event -> Optional.empty(),
          (command, state) -> Optional.empty());
    }

    /** One row asks one thing of one stream. */
    Target(
        Table<T> table,
        Function<Map<Integer, T>, Asked<C>> commands,
        CommandHandler<C, E, S> handler) {
      this(table, commands, handler, events -> events.isEmpty() ? 0 : 1);
    }
  }

  /**
   * What rows ask for.
   *
   * @param byStream in the order of the rows
   * @param rows the rows that asked, by stream
   * @param refused rows that cannot be asked for
   */
  record Asked<C>(
      Map<String, C> byStream, Map<String, List<Integer>> rows, List<RowFault> refused) {}

  <T, C, E, S> ImportReport take(File body, ImportOptions options, Target<T, C, E, S> target)
      throws IOException {
    Path file = requests.file(body);
    var judged = new ImportPass<>(target, requests.context("judged"), ImportPass.Mode.JUDGE, true);
    judged.run(file);
    if (judged.isRefused(options.skipBad)) {
      throw judged.refusal();
    }
    if (options.dryRun) {
      return judged.report(true);
    }
    var stored =
        new ImportPass<>(
            target,
            requests.context(digest(file)),
            ImportPass.mode(judged.rows()),
            options.skipBad);
    stored.run(file);
    return stored.report(false);
  }

  /** The file as xlsx with its faults marked. */
  <T, C, E, S> byte[] marked(File body, Target<T, C, E, S> target) throws IOException {
    Path file = requests.file(body);
    var judged = new ImportPass<>(target, requests.context("judged"), ImportPass.Mode.JUDGE, true);
    judged.run(file);
    Map<Integer, List<RowFault>> byRow = new HashMap<>();
    judged.faults().forEach(f -> byRow.computeIfAbsent(f.row(), r -> new ArrayList<>()).add(f));
    var out = new ByteArrayOutputStream();
    MarkedWorkbook.write(target.table(), file, byRow, judged.rows() > MOST_MARKED, out);
    return out.toByteArray();
  }

  /** Whoever was erased got no key: an import must not bring the name back. */
  static RowFault erased(int row, String column) {
    return new RowFault(
        row,
        column,
        RegistryRejection.PERSON_ERASED.code(),
        RegistryRejection.PERSON_ERASED.text());
  }

  private static String digest(Path file) throws IOException {
    try (var in = new DigestInputStream(Files.newInputStream(file), Sha256.digest())) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    }
  }
}
