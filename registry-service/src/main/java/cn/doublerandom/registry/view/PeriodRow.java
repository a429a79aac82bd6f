package cn.doublerandom.registry.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** One stretch of days of one subject. */
@Entity
@Table(name = "subject_period_view")
class PeriodRow extends Document {}
