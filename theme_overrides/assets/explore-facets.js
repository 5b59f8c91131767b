/* The choices beside the results: boxes with counts, and numbers from and to. Elements stay while
   their counts change, so that whoever is at one of them stays there. */
const gongkaiFacets = (() => {
  const FEW = 8 /* values in sight; the others are unfolded */
  const NEWEST_FIRST = "year", MOST_FIRST = ["department", "type"]
  const make = (name, properties, ...children) => {
    const element = Object.assign(document.createElement(name), properties)
    element.append(...children)
    return element
  }

  /* Told of a box that was pressed, and of a range that was typed. */
  const create = (container, { press, type }) => {
    const groups = new Map()

    const box = (name, value, label) => {
      const input = make("input", { type: "checkbox", name, value }), count = make("span", { className: "gk-facet__count" })
      input.addEventListener("change", () => press(name, value))
      const item = make("li", {}, make("label", { className: "gk-facet" }, input, make("span", {}, label), " ", count))
      return { item, input, count, number: 0 }
    }
    const range = (name, { unit, told }) => {
      const title = `${gongkaiAsked.LISTS[name]}（${told ? `${told}，` : ""}${unit}）`
      const field = end => make("input", {
        type: "text", inputMode: "decimal", maxLength: 16, autocomplete: "off", name: `${name}-${end}`, className: "gk-range__field",
      })
      const inputs = [field("from"), field("to")], wrong = make("span", { className: "gk-range__wrong", hidden: true }, "请填数字，如 80 或 99.5")
      wrong.id = `search-wrong-${name}`
      wrong.setAttribute("role", "alert")
      inputs.forEach((input, n) => {
        input.setAttribute("aria-label", `${title}${n ? "最高" : "最低"}`)
        input.addEventListener("change", () => {
          const isWrong = inputs.map(one => Boolean(one.value.trim()) && gongkaiAsked.number(one.value) === null)
          inputs.forEach((one, k) => {
            one.setAttribute("aria-invalid", isWrong[k])
            one.setAttribute("aria-describedby", wrong.id)
          })
          wrong.hidden = !isWrong.includes(true)
          if (wrong.hidden) type(name, ...inputs.map(one => gongkaiAsked.number(one.value)))
        })
      })
      const line = make("p", { className: "gk-range" }, inputs[0], " 至 ", inputs[1], ` ${unit}`, wrong)
      return { inputs, line }
    }
    const group = name => {
      if (groups.has(name)) return groups.get(name)
      const list = make("ul"), rest = make("ul"), summary = make("summary")
      const more = make("details", { className: "gk-facets__more", hidden: true }, summary, rest)
      const element = make("fieldset", { className: "gk-facets__group" }, make("legend", {}, gongkaiAsked.LISTS[name]), list, more)
      const numbers = gongkaiAsked.RANGES[name] && range(name, gongkaiAsked.RANGES[name])
      if (numbers) element.append(numbers.line)
      groups.set(name, { element, list, rest, more, summary, numbers, boxes: new Map() })
      return groups.get(name)
    }

    /* Only what moved is moved. */
    const place = (list, items) => items.forEach((item, n) => {
      if (list.children[n] !== item) list.insertBefore(item, list.children[n] || null)
    })
    const draw = (name, values, chosen, typed) => {
      const { element, list, rest, more, summary, numbers, boxes } = group(name)
      /* A value of an old address that nothing has any more can still be taken away. */
      const unknown = chosen.filter(value => !values.some(([known]) => known === value)).map(value => [value, value, 0])
      for (const [value, label, number] of [...values, ...unknown]) {
        if (!boxes.has(value)) boxes.set(value, box(name, value, label))
        const { input, count } = boxes.get(value)
        boxes.get(value).number = number
        input.checked = chosen.includes(value)
        count.textContent = number.toLocaleString("en-US")
      }
      const shown = [...boxes.values()].filter(({ input, number }) => number || input.checked)
      if (name === NEWEST_FIRST) shown.sort((a, b) => b.input.value - a.input.value)
      if (MOST_FIRST.includes(name)) shown.sort((a, b) => b.number - a.number)
      const items = shown.map(({ item }) => item)
      for (const { item } of boxes.values()) if (!items.includes(item)) item.remove()
      place(list, items.slice(0, FEW))
      place(rest, items.slice(FEW))
      more.hidden = items.length <= FEW
      summary.textContent = `另外 ${items.length - FEW} 项`
      if (rest.querySelector(":checked")) more.open = true
      if (numbers) numbers.inputs.forEach((input, n) => {
        const value = typed[n]
        if (document.activeElement !== input || gongkaiAsked.number(input.value) !== value) input.value = value === null ? "" : value
      })
      element.hidden = !numbers && !chosen.length && items.length < 2
      return element
    }
    return {
      draw: ({ chosen, ranges }, facets) => {
        const before = document.activeElement
        const names = Object.keys(gongkaiAsked.LISTS).filter(name => facets[name])
        place(container, names.map(name => draw(name, facets[name], chosen[name] || [], ranges[name] || [null, null])))
        if (before && document.activeElement !== before && container.contains(before)) before.focus({ preventScroll: true })
      },
      clear: () => {
        groups.clear()
        container.replaceChildren()
      },
    }
  }
  return { create }
})()
