package cn.doublerandom.registry.application;

import cn.doublerandom.registry.inspector.InspectorDirectory;
import cn.doublerandom.servicekit.identity.AccountNames;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.waiting.RecentDirectory;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/**
 * Which accounts were ever seen here. Who has which account, and which posts, is not known to the
 * register: a word for who misspelt one, never a refusal.
 */
@ApplicationScoped
public class SeenAccounts {
  private final RecentDirectory recent;
  private final InspectorDirectory inspectors;
  private final AccountNames names;
  private final Asking asking;

  @Inject
  SeenAccounts(
      RecentDirectory recent, InspectorDirectory inspectors, AccountNames names, Asking asking) {
    this.recent = recent;
    this.inspectors = inspectors;
    this.names = names;
    this.asking = asking;
  }

  /** Those of some accounts that did nothing here, have no known name and are no inspector's. */
  public Uni<List<String>> unseen(List<String> accounts) {
    return names
        .of(asking)
        .flatMap(known ->
            Multi.createFrom()
                .iterable(accounts)
                .filter(account -> known.find(account).isEmpty())
                .onItem()
                .transformToUniAndConcatenate(
                    account -> seen(account).map(seen -> seen ? "" : account))
                .filter(account -> !account.isEmpty())
                .collect()
                .asList());
  }

  private Uni<Boolean> seen(String account) {
    return Uni.createFrom()
        .completionStage(() -> recent.by(account, 1))
        .flatMap(acts ->
            acts.isEmpty()
                ? Uni.createFrom()
                    .completionStage(() -> inspectors.find(account))
                    .map(found -> found.isPresent())
                : Uni.createFrom().item(true));
  }
}
