package cn.doublerandom.servicekit.rest;

import cn.doublerandom.bureau.key.Bureau;
import cn.doublerandom.bureau.key.BureauKey;
import cn.doublerandom.servicekit.identity.Asking;
import cn.doublerandom.servicekit.identity.ServedBureaus;
import cn.doublerandom.servicekit.rest.GlanceAnswer.GlanceBureau;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** The bureaus somebody may act in by their names, the one he acts in first. */
@ApplicationScoped
class ActingBureaus {
  private final Asking asking;
  private final ServedBureaus served;
  private final CurrentIdentityAssociation identity;

  @Inject
  ActingBureaus(Asking asking, ServedBureaus served, CurrentIdentityAssociation identity) {
    this.asking = asking;
    this.served = served;
    this.identity = identity;
  }

  Uni<List<GlanceBureau>> ofWhoAsks() {
    return asking
        .orSeed()
        .flatMap(acts ->
            identity
                .getDeferredIdentity()
                .map(known -> {
                  List<BureauKey> all = new ArrayList<>(List.of(acts));
                  asking.all(known).stream().filter(key -> !key.equals(acts)).forEach(all::add);
                  return all.stream().map(key -> new GlanceBureau(key.text(), name(key))).toList();
                }));
  }

  private String name(BureauKey key) {
    return served.entry(key).map(Bureau::name).orElse(key.text());
  }
}
