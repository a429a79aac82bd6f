package cn.doublerandom.publication.application;

import cn.doublerandom.publication.notice.BulletinBoard;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.publication.transparency.NoticeContent;
import cn.doublerandom.publication.transparency.NoticeKind;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * What the version of a leaf said, made again from what is public now: what is not public any more
 * cannot be told.
 */
@ApplicationScoped
public class NoticeContents {
  private final NoticeBoard board;
  private final BulletinBoard bulletins;

  @Inject
  NoticeContents(NoticeBoard board, BulletinBoard bulletins) {
    this.board = board;
    this.bulletins = bulletins;
  }

  /** Nothing where it may not be read any more, or where what is public has another hash. */
  Uni<Optional<NoticeContent>> of(PlacedLeaf leaf) {
    return said(leaf)
        .map(
            found -> found.filter(content -> leaf.line().endsWith(" " + NoticeHashes.of(content))));
  }

  private Uni<Optional<NoticeContent>> said(PlacedLeaf leaf) {
    return switch (leaf.kind()) {
      case PLAN ->
          Uni.createFrom()
              .completionStage(() -> board.plan(leaf.id()))
              .map(found ->
                  found.flatMap(plan ->
                      plan.number() == leaf.version()
                          ? NoticeContent.of(leaf.kind(), plan, leaf.told(), leaf.nonce())
                          : NoticeContent.former(plan, leaf.version(), leaf.nonce())));
      case PROGRAMME ->
          Uni.createFrom()
              .completionStage(() -> board.programme(leaf.id()))
              .map(found ->
                  found.flatMap(programme ->
                      NoticeContent.of(leaf.kind(), programme, leaf.told(), leaf.nonce())));
      case BULLETIN ->
          Uni.createFrom()
              .completionStage(() -> bulletins.bulletin(leaf.id()))
              .map(found ->
                  found.flatMap(bulletin ->
                      NoticeContent.of(leaf.kind(), bulletin, leaf.told(), leaf.nonce())));
      case COMMITMENT, DRAW ->
          Uni.createFrom()
              .completionStage(() -> board.draw(leaf.id()))
              .map(found ->
                  found.flatMap(draw ->
                      leaf.kind() == NoticeKind.COMMITMENT
                          ? Optional.of(NoticeContent.promised(draw, leaf.nonce()))
                          : NoticeContent.of(leaf.kind(), draw, leaf.told(), leaf.nonce())));
      case RESULT ->
          Uni.createFrom()
              .completionStage(() -> board.result(leaf.id()))
              .map(found -> found.flatMap(result -> result(leaf, result)));
    };
  }

  /** The last version, or one of those before that stay to be read. */
  static Optional<NoticeContent> result(PlacedLeaf leaf, ResultNotice result) {
    return NoticeContent.of(result, leaf.nonce())
        .filter(last -> last.version() == leaf.version())
        .or(() -> NoticeContent.former(result, leaf.version(), leaf.nonce()));
  }
}
