declare module 'stopword' {
  const lists: { readonly eng: readonly string[]; readonly ita: readonly string[] }
  export default lists
}
