package cn.doublerandom.draw.drawing.files;

import cn.doublerandom.contracts.json.CanonicalJson;
import cn.doublerandom.draw.drawing.DrawBundle;
import cn.doublerandom.draw.drawing.DrawDirectory;
import cn.doublerandom.draw.drawing.TaskDraws;
import cn.doublerandom.draw.drawing.application.BundleFiles;
import cn.doublerandom.eventstore.checkpoint.Checkpoint;
import cn.doublerandom.eventstore.checkpoint.Checkpoints;
import cn.doublerandom.eventstore.checkpoint.TileLog;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What a stranger takes home of a draw: the bundle, the proof that its commit stands in the ledger,
 * the checkpoint it is proved against, two verifiers and a page that explains them.
 */
@ApplicationScoped
class BundleArchive implements BundleFiles {
  private final DrawDirectory directory;
  private final Checkpoints checkpoints;
  private final TileLog log;

  @Inject
  BundleArchive(DrawDirectory directory, Checkpoints checkpoints, TileLog log) {
    this.directory = directory;
    this.checkpoints = checkpoints;
    this.log = log;
  }

  @Override
  public Uni<byte[]> of(TaskDraws.Executed draw) {
    return Uni.createFrom()
        .completionStage(() -> directory.find(draw.frame().drawId()))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(entry -> zip(draw, entry.map(DrawDirectory.Entry::committedSeq)));
  }

  private byte[] zip(TaskDraws.Executed draw, Optional<Long> committedSeq) {
    String drawId = draw.frame().drawId();
    Optional<Checkpoint> sealed =
        checkpoints
            .latest()
            .filter(c -> committedSeq.isPresent() && committedSeq.get() <= c.size());
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      put(zip, drawId + ".json", CanonicalJson.bytes(DrawBundle.json(draw)));
      for (String verifier : List.of("verify.py", "verify.mjs")) {
        put(zip, verifier, resource("double-random/" + verifier));
      }
      if (sealed.isPresent()) {
        put(zip, "checkpoint", utf8(checkpoints.cosigned(sealed.get())));
        put(
            zip,
            "commit-proof.json",
            CanonicalJson.bytes(proof(committedSeq.orElseThrow(), sealed.get().size())));
      }
      put(
          zip,
          "说明.txt",
          utf8(
              new String(resource("bundle-readme.txt"), StandardCharsets.UTF_8)
                  .replace("{draw}", drawId)
                  .replace("{commit}", draw.commitHash())
                  .replace("{proof}", sealed.isPresent() ? "" : "（账本证明要等下一个检查点，请稍后再下载一次。）")));
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory", e);
    }
    return bytes.toByteArray();
  }

  private Map<String, Object> proof(long seq, long size) {
    HexFormat hex = HexFormat.of();
    return Map.of(
        "seq", seq,
        "size", size,
        "chain", hex.formatHex(log.leaves(seq - 1, 1).getFirst()),
        "path", log.inclusion(seq - 1, size).stream().map(hex::formatHex).toList(),
        "root", hex.formatHex(log.root(size)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is not packed with this service");
      }
      return in.readAllBytes();
    }
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
