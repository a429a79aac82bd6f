package cn.doublerandom.publication.application;

import cn.doublerandom.publication.PublicationStreams;
import cn.doublerandom.publication.notice.NoticeBoard;
import cn.doublerandom.publication.result.ResultNotice;
import cn.doublerandom.servicekit.identity.Roles;
import cn.doublerandom.servicekit.waiting.Acts;
import cn.doublerandom.servicekit.waiting.Person;
import cn.doublerandom.servicekit.waiting.Recent;
import cn.doublerandom.servicekit.waiting.RecentActs;
import cn.doublerandom.servicekit.waiting.RecentDirectory;
import cn.doublerandom.servicekit.waiting.Recently;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** 最近办理 of the publication: a result is called by whom it is of. */
@ApplicationScoped
public class RecentResults implements Recent {
  private static final List<String> SEES_ALL =
      List.of(Roles.COORDINATOR, Roles.SUPERVISOR, Roles.AUDITOR);

  private final RecentActs acts;
  private final NoticeBoard board;

  @Inject
  RecentResults(RecentDirectory recent, NoticeBoard board) {
    this.acts = RecentActs.named(recent, ResultActs.ALL, SEES_ALL, this::names);
    this.board = board;
  }

  /** What people do with results, in words. */
  @Produces
  @Singleton
  static Acts told() {
    return () -> ResultActs.ALL;
  }

  @Override
  public Uni<Recently> of(Person person, LocalDate today) {
    return acts.of(person, today);
  }

  /** A handful; whatever somebody did to a result, it is public. */
  private Uni<Map<String, String>> names(List<String> streams) {
    return Multi.createFrom()
        .iterable(streams)
        .filter(PublicationStreams.RESULT::has)
        .map(PublicationStreams.RESULT::id)
        .onItem()
        .transformToUniAndConcatenate(
            id -> Uni.createFrom().completionStage(() -> board.result(id)))
        .filter(Optional::isPresent)
        .map(Optional::get)
        .collect()
        .asList()
        .map(known ->
            known.stream()
                .collect(
                    Collectors.toMap(
                        result -> PublicationStreams.RESULT.of(result.content().resultId()),
                        ResultNotice::subjectName)));
  }
}
