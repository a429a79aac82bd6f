package cn.doublerandom.servicekit.rest;

import cn.doublerandom.eventstore.checkpoint.Checkpoint;
import cn.doublerandom.eventstore.checkpoint.Checkpoints;
import cn.doublerandom.eventstore.checkpoint.TileLog;
import cn.doublerandom.pagekit.KitFile;
import cn.doublerandom.servicekit.openapi.Refuses;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The ledger for everybody: signed checkpoints, tiles and proofs (c2sp.org/tlog-tiles). A leaf is
 * the chain hash of an entry and gives nothing of its content away.
 */
@Path("/log")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "log", description = "透明账本")
@PermitAll
@Blocking
public class LogResource {
  /** {@code 0/x001/067}, {@code entries/005}, and {@code .p/W} for what is not full yet. */
  private static final Pattern TILE =
      Pattern.compile(
          "(entries|[0-5])/((?:x[0-9]{3}/){0,3}[0-9]{3})(?:\\.p/([1-9][0-9]?|1[0-9]{2}|2[0-4][0-9]|25[0-5]))?");

  @Inject TileLog log;
  @Inject Checkpoints checkpoints;

  /**
   * Proves that an entry stands in the tree.
   *
   * @param seq of the entry
   * @param chain its chain hash, the leaf
   * @param path audit path of RFC 6962, leaf side first, hex
   */
  public record Inclusion(long seq, long size, String chain, List<String> path, String root) {}

  /** Proves that the tree of {@code from} entries is a beginning of the tree of {@code to}. */
  public record Consistency(
      long from, long to, String fromRoot, String toRoot, List<String> path) {}

  @GET
  @Path("/checkpoint")
  @Refuses(404)
  @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
  @Operation(summary = "The latest signed checkpoint with its cosignatures")
  public String checkpoint() {
    return checkpoints.cosigned(latest());
  }

  private Checkpoint latest() {
    return checkpoints
        .latest()
        .orElseThrow(() -> new ProblemException(EdgeRejection.NO_CHECKPOINT));
  }

  @GET
  @Path("/tile/{path:.+}")
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(summary = "A tile of hashes, or a bundle of entries; what is there never changes")
  public RestResponse<byte[]> tile(@PathParam("path") @Size(max = 60) String path) {
    Matcher tile = TILE.matcher(path);
    if (!tile.matches()) {
      throw new ProblemException(EdgeRejection.NOT_FOUND);
    }
    long index = Long.parseLong(tile.group(2).replaceAll("[x/]", ""));
    int width = tile.group(3) == null ? TileLog.WIDTH : Integer.parseInt(tile.group(3));
    try {
      return RestResponse.ResponseBuilder.ok(
              tile.group(1).equals("entries")
                  ? entries(index, width)
                  : log.tile(Integer.parseInt(tile.group(1)), index, width))
          .header(HttpHeaders.CACHE_CONTROL, KitFile.CACHE_CONTROL)
          .build();
    } catch (IllegalArgumentException e) {
      throw new ProblemException(EdgeRejection.NOT_FOUND);
    }
  }

  private byte[] entries(long index, int width) {
    List<byte[]> leaves = log.leaves(index * TileLog.WIDTH, width);
    if (leaves.size() != width) {
      throw new IllegalArgumentException("the ledger is shorter");
    }
    var bundle = new ByteArrayOutputStream();
    for (byte[] leaf : leaves) {
      bundle.write(leaf.length >> 8);
      bundle.write(leaf.length);
      bundle.writeBytes(leaf);
    }
    return bundle.toByteArray();
  }

  @GET
  @Path("/proofs/inclusion")
  @Operation(summary = "Proof that an entry stands in the tree of a size, by default the latest")
  public Inclusion inclusion(
      @QueryParam("seq") @Min(1) long seq, @QueryParam("size") @Min(0) long size) {
    long of = size == 0 ? latest().size() : size;
    if (seq > of || of > log.size()) {
      throw new ProblemException(EdgeRejection.NOT_FOUND);
    }
    return new Inclusion(
        seq,
        of,
        HexFormat.of().formatHex(log.leaves(seq - 1, 1).getFirst()),
        hex(log.inclusion(seq - 1, of)),
        HexFormat.of().formatHex(log.root(of)));
  }

  @GET
  @Path("/proofs/consistency")
  @Operation(summary = "Proof that one tree is a beginning of another")
  public Consistency consistency(
      @QueryParam("from") @Min(1) long from, @QueryParam("to") @Min(1) long to) {
    FieldRules.inOrder("from", from, "to", to);
    if (to > log.size()) {
      throw new ProblemException(EdgeRejection.NOT_FOUND);
    }
    return new Consistency(
        from,
        to,
        HexFormat.of().formatHex(log.root(from)),
        HexFormat.of().formatHex(log.root(to)),
        hex(log.consistency(from, to)));
  }

  private static List<String> hex(List<byte[]> hashes) {
    return hashes.stream().map(HexFormat.of()::formatHex).toList();
  }
}
