package cn.doublerandom.publication.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.eventstore.checkpoint.MerkleTree;
import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.opendata.OpenRow;
import cn.doublerandom.publication.opendata.OpenSnapshot;
import cn.doublerandom.publication.opendata.OpenTable;
import cn.doublerandom.servicekit.problem.ProblemException;
import cn.doublerandom.servicekit.time.BusinessClock;
import cn.doublerandom.servicekit.time.Watch;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jboss.logging.Logger;

/**
 * 每日快照: what open data was, day by day. Whoever keeps a file can show later what was public on that
 * day, and that nothing in it was changed since.
 */
@ApplicationScoped
public class OpenSnapshots implements Watch {
  private static final Logger LOG = Logger.getLogger(OpenSnapshots.class);
  private static final int KEPT_DAYS = 31;

  /** A packed file beyond this is not kept: a reader could not take it in one answer. */
  private static final int MOST_BYTES = 64 << 20;

  private final OpenTables data;
  private final SnapshotShelf shelf;
  private final SnapshotSeal seal;
  private final Clock clock;

  @Inject
  OpenSnapshots(OpenTables data, SnapshotShelf shelf, SnapshotSeal seal, Clock clock) {
    this.data = data;
    this.shelf = shelf;
    this.seal = seal;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "open-data-snapshot";
  }

  @Override
  public When when() {
    return new When.Every("{suite.open-data.snapshot-watch}");
  }

  /** Takes the snapshot of the day, where there is none yet. */
  @Override
  public Uni<Void> look(BureauKey bureau) {
    LocalDate today = BusinessClock.day(clock.instant());
    return shelf
        .all()
        .flatMap(known ->
            known.stream().anyMatch(one -> one.day().equals(today))
                ? Uni.createFrom().voidItem()
                : take(bureau, today));
  }

  private Uni<Void> take(BureauKey bureau, LocalDate today) {
    Lines lines = new Lines();
    return data.years(today)
        .flatMap(years ->
            Multi.createFrom()
                .iterable(years.stream().sorted().toList())
                .onItem()
                .transformToUniAndConcatenate(year -> ofYear(year, today, lines))
                .collect()
                .last())
        .flatMap(done -> keep(bureau, today, lines));
  }

  private Uni<Void> ofYear(int year, LocalDate today, Lines lines) {
    return Multi.createFrom()
        .iterable(Arrays.asList(OpenTable.values()))
        .onItem()
        .transformToUniAndConcatenate(table -> rows(table, year, today, "", lines))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<Void> rows(OpenTable table, int year, LocalDate today, String after, Lines lines) {
    return data.part(table, year, today, after)
        .flatMap(part -> {
          part.rows().forEach(row -> lines.add(line(table, year, row)));
          String next = part.next();
          return next == null ? Uni.createFrom().voidItem() : rows(table, year, today, next, lines);
        });
  }

  private static String line(OpenTable table, int year, OpenRow row) {
    return CanonicalJson.text(
        Map.of("row", row.members(), "table", table.fileName(), "year", year));
  }

  private Uni<Void> keep(BureauKey bureau, LocalDate today, Lines lines) {
    byte[] packed = lines.packed();
    if (packed.length > MOST_BYTES) {
      LOG.warnf(
          "open data of %s: %d bytes packed are too many for a snapshot", bureau, packed.length);
      return Uni.createFrom().voidItem();
    }
    return seal.sealed(bureau.text(), today, lines.size(), lines.root(), lines.sha256())
        .map(sealed ->
            shelf.keep(sealed, packed).chain(() -> shelf.forgetBefore(today.minusDays(KEPT_DAYS))))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /** The snapshots there are, the newest first. */
  public Uni<List<OpenSnapshot>> all() {
    return shelf.all();
  }

  /**
   * The one of a day.
   *
   * @throws ProblemException {@code snapshot-unknown} where there is none of that day
   */
  public Uni<OpenSnapshot> of(LocalDate day) {
    return shelf
        .all()
        .map(all ->
            all.stream()
                .filter(one -> one.day().equals(day))
                .findFirst()
                .orElseThrow(() -> new ProblemException(PublicationRejection.SNAPSHOT_UNKNOWN)));
  }

  /**
   * The rows of one, packed with gzip.
   *
   * @throws ProblemException {@code snapshot-unknown} where there is none of that day
   */
  public Uni<byte[]> packed(LocalDate day) {
    return shelf
        .packed(day)
        .map(found ->
            found.orElseThrow(() -> new ProblemException(PublicationRejection.SNAPSHOT_UNKNOWN)));
  }

  /** Lines as they come: packed, hashed, and leaves of a tree. */
  private static final class Lines {
    private final MerkleTree.Growing tree = new MerkleTree.Growing();
    private final MessageDigest digest;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final GZIPOutputStream packing;

    Lines() {
      try {
        digest = MessageDigest.getInstance("SHA-256");
        packing = new GZIPOutputStream(packed);
      } catch (NoSuchAlgorithmException | IOException e) {
        throw new IllegalStateException("every JDK has SHA-256 and memory", e);
      }
    }

    void add(String line) {
      byte[] leaf = line.getBytes(UTF_8);
      byte[] written = (line + "\n").getBytes(UTF_8);
      tree.add(leaf);
      digest.update(written);
      try {
        packing.write(written);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    long size() {
      return tree.size();
    }

    byte[] root() {
      return tree.root();
    }

    String sha256() {
      return HexFormat.of().formatHex(digest.digest());
    }

    byte[] packed() {
      try {
        packing.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return packed.toByteArray();
    }
  }
}
