package cn.doublerandom.servicekit.page;

import cn.doublerandom.servicekit.identity.EveryBureau;
import cn.doublerandom.servicekit.ui.PublicFrames;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/**
 * Pages where several bureaus are served: each says whose it is, and one that could be any bureau's
 * asks first which is meant.
 */
@ApplicationScoped
public class BureauPages {
  private final EveryBureau every;
  private final PublicFrames frames;
  private final Template choice;

  @Inject
  BureauPages(
      EveryBureau every, PublicFrames frames, @Location("suite/bureaus.html") Template choice) {
    this.every = every;
    this.frames = frames;
    this.choice = choice;
  }

  /**
   * The page of the bureau that is asked for; the choice where none is.
   *
   * @param place by which {@code at:} knows the page, where the choice leads back to
   */
  public Uni<TemplateInstance> chosen(String place, Supplier<Uni<TemplateInstance>> page) {
    return every
        .isAskedFor()
        .flatMap(all ->
            all
                ? Uni.createFrom()
                    .item(
                        frames.around(choice.data("bureaus", every.choice()).data("place", place)))
                : named(page.get()));
  }

  /** A page says whose it is where several bureaus are served, in the reader's language. */
  public Uni<TemplateInstance> named(Uni<TemplateInstance> page) {
    return every
        .shown()
        .flatMap(shown -> page.map(made -> frames.around(made).data("bureau", shown.orElse(null))));
  }
}
