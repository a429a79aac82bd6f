package cn.doublerandom.draw.waiting.application;

import cn.doublerandom.servicekit.identity.AccountNames.Names;
import cn.doublerandom.servicekit.waiting.Acts;
import cn.doublerandom.servicekit.waiting.PendingDirectory;
import cn.doublerandom.servicekit.waiting.Person;
import cn.doublerandom.servicekit.waiting.Recent;
import cn.doublerandom.servicekit.waiting.RecentActs;
import cn.doublerandom.servicekit.waiting.RecentDirectory;
import cn.doublerandom.servicekit.waiting.Recently;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** 最近办理 of plans and draws. */
@ApplicationScoped
public class RecentOfDraws implements Recent {
  private final RecentActs acts;

  @Inject
  RecentOfDraws(RecentDirectory recent, PendingDirectory pending) {
    this.acts = new RecentActs(recent, pending, DrawnActs.ALL);
  }

  /** What people do with plans and draws, in words. */
  @Produces
  @Singleton
  static Acts told() {
    return () -> DrawnActs.ALL;
  }

  @Override
  public Uni<Recently> of(Person person, LocalDate today) {
    return acts.of(
        person,
        today,
        groups ->
            Uni.createFrom()
                .item(
                    groups.stream()
                        .map(group -> DrawMatters.matter(group, today, Names.NONE))
                        .toList()));
  }
}
