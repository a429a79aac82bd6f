package cn.doublerandom.servicekit.waiting;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** Of a service that says nothing of its year, or of what was done last. */
final class Unsaid {
  private Unsaid() {}

  /** No figures. */
  @DefaultBean
  @ApplicationScoped
  static class NoFigures implements YearFigures {
    @Override
    public Uni<List<Figure>> of(Person person, LocalDate today) {
      return Uni.createFrom().item(List.of());
    }
  }

  /** Nothing done. */
  @DefaultBean
  @ApplicationScoped
  static class NothingDone implements Recent {
    @Override
    public Uni<Recently> of(Person person, LocalDate today) {
      return Uni.createFrom().item(new Recently(List.of(), List.of(), List.of()));
    }
  }
}
