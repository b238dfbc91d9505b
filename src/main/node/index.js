"use strict";
// The part of the cdk8s door that runs beside the construct tree. From Java each step would be several calls to Node.js,
// and each call costs about as much as an object. test: TreeSideTest packs this folder into the module that jsii loads.
const { ApiObject, Chart, JsonPatch } = require("cdk8s");

/** What a waiver is called among a construct's metadata. */
const WAIVER = "slipway.dev/waiver";

/** Clusters that stand in some tree. */
const clusters = new WeakSet();

/** Counts the calls that Java has made from outside: whatever one of them does, it does in one turn of the event loop. */
let turn = 0;
/** In which turn a cluster last read its app. */
const readIn = new WeakMap();

class TreeSide {
  /**
   * Adds objects below a construct: pairs of an id and a manifest, as JSON. Name, namespace, labels and annotations go in as
   * metadata, so that what a chart or an aspect adds there is kept; all else as patches, which alone leave a tree as it is.
   */
  static add(scope, objects) {
    const stamped = Chart.of(scope).namespace !== undefined;
    for (const [id, { apiVersion, kind, metadata, ...fields }] of JSON.parse(objects)) {
      const { name, namespace, labels, annotations, ...others } = metadata;
      const typed = Object.entries({ name, namespace, labels, annotations }).filter(([, value]) => value !== undefined);
      const object = new ApiObject(scope, id, { apiVersion, kind, metadata: Object.fromEntries(typed) });
      const patches = [];
      for (const [field, value] of Object.entries(others)) {
        patches.push(JsonPatch.add(pointer("metadata", field), value));
      }
      if (stamped && namespace === undefined) {
        // Only what is there can be removed, and a later version of cdk8s may not put it there.
        patches.push(JsonPatch.add("/metadata/namespace", ""), JsonPatch.remove("/metadata/namespace"));
      }
      for (const [field, value] of Object.entries(fields)) {
        patches.push(JsonPatch.add(pointer(field), value));
      }
      object.addJsonPatch(...patches);
    }
  }

  /** Notes that a construct is a cluster, and what checks the app for it, if anything does. */
  static cluster(place, check) {
    clusters.add(place);
    if (check !== undefined) {
      place.node.addValidation(check);
    }
  }

  /**
   * The objects of the chart that a cluster stands in, or of the whole app but for charts that other clusters stand in, as
   * cdk8s will write them: JSON. Nothing if the cluster has read them in this turn, for cdk8s validates an app once more for
   * every chart that it writes, and in between nobody changes it.
   */
  static read(place, wholeApp) {
    if (readIn.get(place) === turn) {
      return "";
    }
    readIn.set(place, turn);
    queueMicrotask(() => turn++);
    const all = place.node.root.node.findAll();
    const own = chartOf(place);
    const others = new Set(all.filter((construct) => construct !== place && clusters.has(construct)).map(chartOf));
    const judged = (chart) => chart === own || (wholeApp && !others.has(chart));
    return JSON.stringify(
      all
        .filter((construct) => ApiObject.isApiObject(construct) && judged(construct.chart))
        .map((object) => ({ path: object.node.path, waivers: waivers(object), body: object.toJson() })),
    );
  }
}

function pointer(...fields) {
  return fields.map((field) => "/" + field.replace(/~/g, "~0").replace(/\//g, "~1")).join("");
}

function chartOf(construct) {
  return construct.node.scopes.reverse().find((scope) => Chart.isChart(scope));
}

/** What a construct and those that it stands below accept, by rule. */
function waivers(construct) {
  return construct.node.scopes
    .flatMap((scope) => scope.node.metadata)
    .filter((entry) => entry.type === WAIVER)
    .reduce((byRule, { data }) => ({ ...byRule, [data.rule]: data.reason }), {});
}

TreeSide[Symbol.for("jsii.rtti")] = { fqn: "slipway.TreeSide", version: "1.0.0" };
exports.TreeSide = TreeSide;
