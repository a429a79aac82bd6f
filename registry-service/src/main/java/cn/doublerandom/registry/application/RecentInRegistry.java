package cn.doublerandom.registry.application;

import cn.doublerandom.registry.subject.SubjectDirectory;
import cn.doublerandom.servicekit.waiting.Acts;
import cn.doublerandom.servicekit.waiting.Matter;
import cn.doublerandom.servicekit.waiting.PendingDirectory;
import cn.doublerandom.servicekit.waiting.PendingGroup;
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
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** 最近办理 of the registers. */
@ApplicationScoped
public class RecentInRegistry implements Recent {
  private final RecentActs acts;
  private final SubjectDirectory subjects;

  @Inject
  RecentInRegistry(
      RecentDirectory recent,
      PendingDirectory pending,
      SubjectDirectory subjects,
      ThingNames things) {
    this.acts = new RecentActs(recent, pending, RegistryActs.ALL, things::of);
    this.subjects = subjects;
  }

  /** What people do with the registers, in words. */
  @Produces
  @Singleton
  static Acts told() {
    return () -> RegistryActs.ALL;
  }

  @Override
  public Uni<Recently> of(Person person, LocalDate today) {
    return acts.of(person, today, groups -> waited(groups, new RegistryMatters(today)));
  }

  private Uni<List<Matter>> waited(List<PendingGroup> groups, RegistryMatters words) {
    return Uni.createFrom()
        .completionStage(() ->
            subjects.among(
                groups.stream()
                    .flatMap(group -> RegistryMatters.subjects(group).stream())
                    .collect(Collectors.toCollection(TreeSet::new))))
        .map(known ->
            known.stream()
                .collect(Collectors.toMap(e -> e.details().id(), e -> e.details().name())))
        .map(names -> groups.stream().map(group -> words.matter(group, names)).toList());
  }
}
