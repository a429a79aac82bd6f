package cn.doublerandom.inspection.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What one visit left behind. */
@Entity
@Table(name = "visit_trace_view")
class TraceRow extends Document {
  /** Derived from the body by the database, so that it cannot disagree. */
  @Column(insertable = false, updatable = false)
  String year = "";
}
