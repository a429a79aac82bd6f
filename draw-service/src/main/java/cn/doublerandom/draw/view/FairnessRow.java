package cn.doublerandom.draw.view;

import cn.doublerandom.servicekit.view.Document;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What one draw adds to the fairness figures. */
@Entity
@Table(name = "fairness_view")
class FairnessRow extends Document {}
