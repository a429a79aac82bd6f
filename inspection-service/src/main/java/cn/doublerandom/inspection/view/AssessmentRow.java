package cn.doublerandom.inspection.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** The assessment of one year of a unit. */
@Entity
@Table(name = "assessment_view")
class AssessmentRow extends Document {}
