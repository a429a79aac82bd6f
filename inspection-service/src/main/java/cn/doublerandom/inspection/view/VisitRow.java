package cn.doublerandom.inspection.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One visit. */
@Entity
@Table(name = "visit_view")
class VisitRow extends Document {
  /** Derived from the body by the database, so that it cannot disagree. */
  @Column(insertable = false, updatable = false)
  String state = "";

  @Column(name = "not_held", insertable = false, updatable = false)
  boolean notHeld;
}
