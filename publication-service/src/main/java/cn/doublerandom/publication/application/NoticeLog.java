package cn.doublerandom.publication.application;

import cn.doublerandom.publication.PublicationRejection;
import cn.doublerandom.publication.transparency.NoticeContent;
import cn.doublerandom.publication.transparency.NoticeKind;
import cn.doublerandom.servicekit.problem.EdgeRejection;
import cn.doublerandom.servicekit.problem.ProblemException;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** 公示账本: where a notice stands in the log, and the proof of it. */
@ApplicationScoped
public class NoticeLog {
  private final LeafShelf leaves;
  private final NoticeContents contents;
  private final NoticeTree tree;

  @Inject
  NoticeLog(LeafShelf leaves, NoticeContents contents, NoticeTree tree) {
    this.leaves = leaves;
    this.contents = contents;
    this.tree = tree;
  }

  /**
   * A version of a notice in the log.
   *
   * @param number of the leaf, counted from 1
   * @param line the leaf itself
   */
  public record LeafOfNotice(String kind, long version, long number, String line) {}

  /**
   * Proves that a version of a notice stands in the log.
   *
   * @param index of the leaf, counted from 0
   * @param leaf its line, of which the hash is taken
   * @param size of the tree of the checkpoint
   * @param root RFC 6962 tree hash, 64 hex digits
   * @param path audit path, leaf side first, hex
   * @param checkpoint signed note with its cosignatures
   * @param content canonical JSON of which the leaf has the hash; absent where it is not public any
   *     more
   * @param versions every leaf of this notice, the oldest first
   */
  public record NoticeProof(
      String kind,
      String id,
      long version,
      long index,
      String leaf,
      long size,
      String root,
      List<String> path,
      String checkpoint,
      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String content,
      List<LeafOfNotice> versions) {}

  /**
   * The proof of one version.
   *
   * @param kind of the notice; of a draw, what was promised before it is of a kind of its own
   * @param version 0 for the latest
   * @throws ProblemException {@code notice-unknown}; {@code notice-not-sealed} where the next
   *     checkpoint will be the first that has it
   */
  public Uni<NoticeProof> proof(NoticeKind kind, String id, long version) {
    return leaves
        .of(id)
        .map(all -> all.stream().filter(leaf -> isOf(kind, leaf)).toList())
        .flatMap(all -> {
          PlacedLeaf leaf =
              last(all, kind, version)
                  .or(() -> promised(all, kind, version))
                  .orElseThrow(() -> new ProblemException(PublicationRejection.NOTICE_UNKNOWN));
          return contents.of(leaf).flatMap(content -> blocking(() -> proof(leaf, all, content)));
        });
  }

  private static Optional<PlacedLeaf> last(List<PlacedLeaf> all, NoticeKind kind, long version) {
    return all.stream()
        .filter(one -> one.kind() == kind)
        .filter(one -> version == 0 || one.version() == version)
        .reduce((before, after) -> after);
  }

  /** Of a draw that is to be made there is what was promised. */
  private static Optional<PlacedLeaf> promised(
      List<PlacedLeaf> all, NoticeKind kind, long version) {
    return kind == NoticeKind.DRAW && version == 0
        ? last(all, NoticeKind.COMMITMENT, 0)
        : Optional.empty();
  }

  /** A draw is shown with its commitment. */
  private static boolean isOf(NoticeKind kind, PlacedLeaf leaf) {
    return leaf.kind() == kind
        || (kind == NoticeKind.DRAW && leaf.kind() == NoticeKind.COMMITMENT)
        || (kind == NoticeKind.COMMITMENT && leaf.kind() == NoticeKind.DRAW);
  }

  private NoticeProof proof(
      PlacedLeaf leaf, List<PlacedLeaf> all, Optional<NoticeContent> content) {
    NoticeTree.Sealed sealed =
        tree.sealed()
            .filter(one -> one.size() > leaf.index())
            .orElseThrow(() -> new ProblemException(PublicationRejection.NOTICE_NOT_SEALED));
    return new NoticeProof(
        leaf.kind().word(),
        leaf.id(),
        leaf.version(),
        leaf.index(),
        leaf.line(),
        sealed.size(),
        sealed.root(),
        tree.inclusion(leaf.index(), sealed.size()),
        sealed.note(),
        content.map(NoticeContent::text).orElse(null),
        all.stream()
            .map(one ->
                new LeafOfNotice(one.kind().word(), one.version(), one.index() + 1, one.line()))
            .toList());
  }

  /** The latest checkpoint, where one was signed. */
  public Uni<Optional<NoticeTree.Sealed>> latest() {
    return blocking(tree::sealed);
  }

  /** The key of the log; empty where nothing is signed. */
  public String key() {
    return tree.verifierKey().orElse("");
  }

  /**
   * The latest checkpoint.
   *
   * @throws ProblemException {@code no-checkpoint} where none was signed yet
   */
  public Uni<String> checkpoint() {
    return latest()
        .map(found ->
            found
                .map(NoticeTree.Sealed::note)
                .orElseThrow(() -> new ProblemException(EdgeRejection.NO_CHECKPOINT)));
  }

  /**
   * Proves that the tree of {@code from} leaves is a beginning of the tree of {@code to}.
   *
   * @param fromRoot 64 hex digits
   * @param toRoot 64 hex digits
   * @param path hex
   */
  public record GrownLog(long from, long to, String fromRoot, String toRoot, List<String> path) {}

  /** Of two sizes the log has had. */
  public Uni<GrownLog> grown(long from, long to) {
    return blocking(() -> {
      if (from > to || tree.sealed().filter(sealed -> sealed.size() >= to).isEmpty()) {
        throw new ProblemException(EdgeRejection.NOT_FOUND);
      }
      return new GrownLog(from, to, tree.root(from), tree.root(to), tree.consistency(from, to));
    });
  }

  /** A tile of hashes. */
  public Uni<byte[]> tile(int level, long index, int width) {
    return found(() -> tree.tile(level, index, width));
  }

  /** A bundle of leaves. */
  public Uni<byte[]> entries(long index, int width) {
    return found(() -> tree.entries(index, width));
  }

  private static Uni<byte[]> found(Supplier<byte[]> bytes) {
    return blocking(bytes)
        .onFailure(IllegalArgumentException.class)
        .transform(gone -> new ProblemException(EdgeRejection.NOT_FOUND));
  }

  private static <T> Uni<T> blocking(Supplier<T> work) {
    return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }
}
