// Where in the sound the decoder looks for each of its tokens. A part of whisper-unity.cc, for it needs what whisper.cpp keeps
// to itself. whisper.cpp has an alignment of its own; this one leaves flash attention on, works with a reduced audio context,
// can be stopped, and computes neither logits nor layers that nobody asks for.

namespace speech {
namespace {

/** The queries and keys of one layer's look at the sound. */
struct CrossAttention {
    ggml_tensor * queries = nullptr;
    ggml_tensor * keys = nullptr;
};

/** Self-attention has a mask, and looking at the sound has none. */
CrossAttention cross_attention_in(const ggml_tensor * node) {
    if (node->op == GGML_OP_FLASH_ATTN_EXT && !node->src[3]) return {node->src[0], node->src[1]};
    if (node->op == GGML_OP_SOFT_MAX && !node->src[1]) return {node->src[0]->src[1], node->src[0]->src[0]};
    return {};
}

/** How one head's attention is spread over `frames` of the sound: a row for each token. */
ggml_tensor * attention_of(ggml_context * memory, const CrossAttention & layer, int head, int frames) {
    ggml_tensor * queries = ggml_view_2d(memory, layer.queries, layer.queries->ne[0], layer.queries->ne[1],
                                         layer.queries->nb[1], head * layer.queries->nb[2]);
    ggml_tensor * keys =
        ggml_view_2d(memory, layer.keys, layer.keys->ne[0], frames, layer.keys->nb[1], head * layer.keys->nb[2]);
    // The keys carry the other half of the scale.
    const float scale = powf(static_cast<float>(layer.queries->ne[0]), -0.25f);
    ggml_tensor * weights = ggml_soft_max_ext(memory, ggml_mul_mat(memory, keys, queries), nullptr, scale, 0.0f);
    ggml_set_output(weights);
    return weights;
}

/** The decoder's graph up to the last layer that is asked for, and the attention of the heads, in their order by layer. */
ggml_cgraph * attention_graph(ggml_context * memory, ggml_cgraph * decoder, const std::vector<AttentionHead> & heads,
                              int frames, std::vector<ggml_tensor *> & attention) {
    int last_layer = -1;
    for (const AttentionHead & head : heads) last_layer = std::max(last_layer, head.layer);
    ggml_cgraph * graph = ggml_new_graph_custom(memory, WHISPER_MAX_NODES, false);
    int layer = 0;
    for (int i = 0; i < ggml_graph_n_nodes(decoder) && layer <= last_layer; i++) {
        ggml_tensor * node = ggml_graph_node(decoder, i);
        const CrossAttention cross = cross_attention_in(node);
        if (cross.queries) {
            for (const AttentionHead & head : heads) {
                if (head.layer != layer) continue;
                attention.push_back(attention_of(memory, cross, head.head, frames));
                ggml_build_forward_expand(graph, attention.back());
            }
            layer++;
        }
        ggml_build_forward_expand(graph, node);
    }
    return graph;
}

/** What whisper.cpp's decoder wants to know about its tokens: they follow each other, and each sees those before it. */
void set_decoder_inputs(ggml_cgraph * graph, const std::vector<int32_t> & tokens) {
    std::vector<int32_t> positions(tokens.size());
    for (size_t i = 0; i < tokens.size(); i++) positions[i] = static_cast<int32_t>(i);
    ggml_tensor * mask = ggml_graph_get_tensor(graph, "KQ_mask");
    std::vector<float> hidden(ggml_nelements(mask), -INFINITY);
    for (size_t row = 0; row < tokens.size(); row++) {
        std::fill_n(hidden.begin() + row * mask->ne[0], row + 1, 0.0f);
    }
    ggml_backend_tensor_set(mask, hidden.data(), 0, hidden.size() * sizeof(float));
    ggml_tensor * words = ggml_graph_get_tensor(graph, "embd");
    ggml_backend_tensor_set(words, tokens.data(), 0, tokens.size() * sizeof(int32_t));
    ggml_tensor * places = ggml_graph_get_tensor(graph, "position");
    ggml_backend_tensor_set(places, positions.data(), 0, positions.size() * sizeof(int32_t));
}

bool heads_exist(const whisper_context * model, const std::vector<AttentionHead> & heads) {
    const whisper_hparams & shape = model->model.hparams;
    return !heads.empty() && std::all_of(heads.begin(), heads.end(), [&](const AttentionHead & head) {
        return head.layer >= 0 && head.layer < shape.n_text_layer && head.head >= 0 && head.head < shape.n_text_head;
    });
}

}  // namespace

std::vector<std::vector<float>> cross_attention(whisper_context * model, whisper_state * state,
                                                const std::vector<int32_t> & tokens, int frames,
                                                const std::vector<AttentionHead> & heads, int threads) {
    const int count = static_cast<int>(tokens.size());
    const int reach = state->exp_n_audio_ctx > 0 ? state->exp_n_audio_ctx : model->model.hparams.n_audio_ctx;
    if (!heads_exist(model, heads) || frames < 1 || frames > reach) return {};
    if (count < 1 || count > model->model.hparams.n_text_ctx) return {};

    whisper_kv_cache_clear(state->kv_self);
    whisper_batch_prep_legacy(state->batch, tokens.data(), count, 0, 0);
    if (!whisper_kv_cache_find_slot(state->kv_self, state->batch)) return {};
    const uint32_t padding = whisper_kv_cache_get_padding(*model);
    state->kv_self.n = std::min<uint32_t>(state->kv_self.size, GGML_PAD(static_cast<uint32_t>(count), padding));

    ggml_cgraph * decoder = whisper_build_graph_decoder(*model, *state, state->batch, false, false);
    const size_t tensors = heads.size() * 5 * ggml_tensor_overhead();
    ggml_context_ptr memory{ggml_init({tensors + ggml_graph_overhead_custom(WHISPER_MAX_NODES, false), nullptr, true})};
    std::vector<ggml_tensor *> attention;
    ggml_cgraph * graph = attention_graph(memory.get(), decoder, heads, frames, attention);
    auto & scheduler = state->sched_decode.sched;
    if (!ggml_backend_sched_alloc_graph(scheduler, graph)) return {};
    set_decoder_inputs(graph, tokens);
    if (!ggml_graph_compute_helper(scheduler, graph, threads)) return {};

    std::vector<std::vector<float>> weights;
    for (const ggml_tensor * head : attention) {
        weights.emplace_back(ggml_nelements(head));
        ggml_backend_tensor_get(head, weights.back().data(), 0, weights.back().size() * sizeof(float));
    }
    return weights;
}

}  // namespace speech
