package cn.doublerandom.publication.external;

import cn.doublerandom.eventstore.checkpoint.Checkpoints;
import cn.doublerandom.eventstore.checkpoint.LogTables;
import cn.doublerandom.eventstore.checkpoint.NoteKey;
import cn.doublerandom.eventstore.checkpoint.TileLog;
import cn.doublerandom.publication.application.NoticeTree;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The tree over the log of notices. Its checkpoints are signed with the key of the ledger under an
 * origin of their own, {@code …/notices}: nobody can take one for the other.
 */
@ApplicationScoped
class NoticeTiles implements NoticeTree {
  private static final LogTables TABLES =
      new LogTables(
          "transparency",
          "SELECT size FROM transparency.reach",
          """
          SELECT convert_to(line, 'UTF8') AS leaf FROM transparency.leaf
          WHERE index >= $1 AND index < $2 ORDER BY index
          """);

  private final TileLog log;
  private final Checkpoints checkpoints;
  private final Optional<NoteKey> key;

  @Inject
  NoticeTiles(
      Pool pool,
      @ConfigProperty(name = "suite.checkpoint-key") Optional<Path> key,
      @ConfigProperty(name = "suite.log-origin") String origin) {
    this.log = new TileLog(pool, TABLES);
    this.checkpoints = new Checkpoints(pool, TABLES);
    this.key = key.map(file -> read(file, origin));
  }

  private static NoteKey read(Path file, String origin) {
    try {
      NoteKey ledger = NoteKey.keptIn(file, origin);
      return ledger.named(ledger.name() + "/notices");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TileLog log() {
    return log;
  }

  Checkpoints checkpoints() {
    return checkpoints;
  }

  Optional<NoteKey> key() {
    return key;
  }

  @Override
  public Optional<Sealed> sealed() {
    return checkpoints
        .latest()
        .map(latest -> new Sealed(latest.size(), latest.root(), checkpoints.cosigned(latest)));
  }

  @Override
  public Optional<String> verifierKey() {
    return key.map(NoteKey::verifierKey);
  }

  @Override
  public List<String> inclusion(long index, long size) {
    return hex(log.inclusion(index, size));
  }

  @Override
  public List<String> consistency(long from, long to) {
    return hex(log.consistency(from, to));
  }

  @Override
  public String root(long size) {
    return HexFormat.of().formatHex(log.root(size));
  }

  @Override
  public byte[] tile(int level, long index, int width) {
    return log.tile(level, index, width);
  }

  @Override
  public byte[] entries(long index, int width) {
    List<byte[]> leaves = log.leaves(index * TileLog.WIDTH, width);
    if (leaves.size() != width) {
      throw new IllegalArgumentException("the log is shorter");
    }
    var bundle = new ByteArrayOutputStream();
    for (byte[] leaf : leaves) {
      bundle.write(leaf.length >> 8);
      bundle.write(leaf.length);
      bundle.writeBytes(leaf);
    }
    return bundle.toByteArray();
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(HexFormat.of()::formatHex).toList();
  }
}
